"""A text that describes the schema as the database has it, the same on every supported PostgreSQL.

Alembic does not see CHECKs, partial indexes, triggers, functions, policies and grants. This text does; it is committed
as `migrations/schema.txt`, so that every change of the schema shows in a review and a forgotten one breaks a test.
"""

from collections.abc import Sequence

from app.adapters.database.roles import connected

HEADING = "# The schema after all migrations, read from the database's catalogue. `make generate` writes this file."
BOOKKEEPING = "alembic_version"

# Every query gives (object, line). The object orders the lines; tables are followed by what belongs to them.
QUERIES: Sequence[str] = (
    # Tables and views with their flags of row security and their options. Versions differ in how they qualify the
    # columns in the text of a view, so the qualifiers are left out.
    """
    SELECT c.relname, 'table ' || c.relname || ': '
        || CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned by ' || pg_get_partkeydef(c.oid)
               WHEN 'v' THEN 'view' ELSE 'materialised view' END
        || CASE WHEN c.relispartition THEN ' partition ' || pg_get_expr(c.relpartbound, c.oid) ELSE '' END
        || CASE c.relpersistence WHEN 'u' THEN ' unlogged' ELSE '' END
        || CASE WHEN c.relrowsecurity THEN ' row security' ELSE '' END
        || CASE WHEN c.relforcerowsecurity THEN ' forced' ELSE '' END
        || coalesce(' with ' || nullif(array_to_string(ARRAY(SELECT unnest(c.reloptions) ORDER BY 1), ', '), ''), '')
        || coalesce(' owner ' || nullif(pg_get_userbyid(c.relowner), 'sutiao_owner'), '')
        || CASE WHEN c.relkind IN ('v', 'm') THEN ' as ' || regexp_replace(pg_get_viewdef(c.oid), '\\m\\w+\\.', '', 'g')
               ELSE '' END
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
    """,
    # Columns. Order is by name: it carries no meaning and differs between a new and a grown schema.
    """
    SELECT c.relname, '  column ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
        || CASE a.attidentity WHEN 'a' THEN ' identity always' WHEN 'd' THEN ' identity by default' ELSE '' END
        || CASE WHEN a.attgenerated <> '' THEN ' generated ' || pg_get_expr(d.adbin, d.adrelid)
               ELSE coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') END
        || CASE WHEN a.attcollation NOT IN (0, t.typcollation)
               THEN ' collate ' || (SELECT collname FROM pg_collation WHERE oid = a.attcollation) ELSE '' END
        || CASE WHEN a.attcompression <> '' THEN ' compression ' || a.attcompression::text ELSE '' END
        || CASE WHEN a.attstorage <> t.typstorage THEN ' storage ' || a.attstorage::text ELSE '' END
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_type t ON t.oid = a.atttypid
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
    """,
    # Constraints. NOT NULL is left to the columns, because only newer versions list it here.
    """
    SELECT c.relname, '  constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
    WHERE c.relnamespace = 'public'::regnamespace AND k.contype NOT IN ('n', 't')
    """,
    """
    SELECT c.relname, '  index ' || pg_get_indexdef(i.indexrelid) || CASE WHEN i.indisvalid THEN '' ELSE ' INVALID' END
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
    WHERE c.relnamespace = 'public'::regnamespace
    """,
    """
    SELECT c.relname, '  trigger ' || pg_get_triggerdef(t.oid)
        || CASE t.tgenabled WHEN 'O' THEN '' ELSE ' enabled ' || t.tgenabled::text END
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal
    """,
    """
    SELECT c.relname, '  rule ' || pg_get_ruledef(r.oid)
    FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
    WHERE c.relnamespace = 'public'::regnamespace AND r.rulename <> '_RETURN'
    """,
    """
    SELECT c.relname, '  policy ' || p.polname || CASE WHEN p.polpermissive THEN '' ELSE ' restrictive' END
        || ' for ' || CASE p.polcmd WHEN 'r' THEN 'select' WHEN 'a' THEN 'insert' WHEN 'w' THEN 'update'
               WHEN 'd' THEN 'delete' ELSE 'all' END
        || ' to ' || array_to_string(ARRAY(SELECT CASE role WHEN 0 THEN 'public' ELSE pg_get_userbyid(role)::text END
               FROM unnest(p.polroles) AS role ORDER BY 1), ', ')
        || coalesce(' using ' || pg_get_expr(p.polqual, p.polrelid), '')
        || coalesce(' check ' || pg_get_expr(p.polwithcheck, p.polrelid), '')
    FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
    WHERE c.relnamespace = 'public'::regnamespace
    """,
    # Grants on tables and sequences to anybody but the owner. MAINTAIN exists on newer versions only.
    """
    SELECT coalesce(owning.relname, c.relname),
        CASE WHEN owning.relname IS NULL AND c.relkind = 'S' THEN 'sequence ' ELSE '  ' END
        || 'grant on ' || c.relname || ' to ' || CASE g.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(g.grantee) END
        || ': ' || string_agg(lower(g.privilege_type) || CASE WHEN g.is_grantable THEN ' grantable' ELSE '' END, ', '
               ORDER BY g.privilege_type)
    FROM pg_class c
    CROSS JOIN LATERAL aclexplode(c.relacl) AS g
    LEFT JOIN pg_depend d ON c.relkind = 'S' AND d.classid = 'pg_class'::regclass AND d.objid = c.oid
        AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0
    LEFT JOIN pg_class owning ON owning.oid = d.refobjid
    WHERE c.relnamespace = 'public'::regnamespace AND g.grantee <> c.relowner AND g.privilege_type <> 'MAINTAIN'
    GROUP BY owning.relname, c.relname, c.relkind, g.grantee
    """,
    """
    SELECT c.relname, '  grant on column ' || a.attname || ' to '
        || CASE g.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(g.grantee) END
        || ': ' || string_agg(lower(g.privilege_type), ', ' ORDER BY g.privilege_type)
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    CROSS JOIN LATERAL aclexplode(a.attacl) AS g
    WHERE c.relnamespace = 'public'::regnamespace AND NOT a.attisdropped AND g.grantee <> c.relowner
    GROUP BY c.relname, a.attname, g.grantee
    """,
    # Sequences of their own and of columns.
    """
    SELECT coalesce(owning.relname, c.relname),
        CASE WHEN owning.relname IS NULL THEN '' ELSE '  ' END || 'sequence ' || c.relname || ' '
        || format_type(s.seqtypid, NULL) || ' start ' || s.seqstart || ' step ' || s.seqincrement || ' from '
        || s.seqmin || ' to ' || s.seqmax || ' cache ' || s.seqcache || CASE WHEN s.seqcycle THEN ' cycle' ELSE '' END
    FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid
    LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid
        AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0
    LEFT JOIN pg_class owning ON owning.oid = d.refobjid
    WHERE c.relnamespace = 'public'::regnamespace
    """,
    # Functions by a digest of their source, and who may call them.
    """
    SELECT 'function ' || p.proname, 'function ' || p.oid::regprocedure || ' returns ' || pg_get_function_result(p.oid)
        || ' ' || l.lanname || CASE WHEN p.prosecdef THEN ' security definer' ELSE '' END
        || CASE p.provolatile WHEN 'i' THEN ' immutable' WHEN 's' THEN ' stable' ELSE '' END
        || CASE WHEN p.proleakproof THEN ' leakproof' ELSE '' END || CASE WHEN p.proisstrict THEN ' strict' ELSE '' END
        || coalesce(' set ' || array_to_string(p.proconfig, ', '), '')
        || ' source ' || left(encode(sha256(convert_to(p.prosrc || coalesce(pg_get_function_sqlbody(p.oid), ''),
               'UTF8')), 'hex'), 16)
        || ' callable by ' || coalesce((SELECT string_agg(DISTINCT CASE g.grantee WHEN 0 THEN 'public'
               ELSE pg_get_userbyid(g.grantee)::text END, ', ')
               FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS g), 'nobody')
    FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
    WHERE p.pronamespace = 'public'::regnamespace AND p.prokind IN ('f', 'p')
    """,
    # Types of our own.
    """
    SELECT 'type ' || t.typname, 'type ' || t.typname || ' '
        || coalesce((SELECT 'enum ' || string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder)
               FROM pg_enum e WHERE e.enumtypid = t.oid), format_type(t.typbasetype, t.typtypmod))
        || coalesce((SELECT ' ' || string_agg(pg_get_constraintdef(k.oid), ' ' ORDER BY k.conname)
               FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype <> 'n'), '')
    FROM pg_type t WHERE t.typnamespace = 'public'::regnamespace AND t.typtype IN ('d', 'e')
    """,
    # The schemas, and what the application may do in them.
    """
    SELECT '', 'schema ' || n.nspname || coalesce(': ' || (SELECT string_agg(
               CASE g.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(g.grantee)::text END || ' '
               || lower(g.privilege_type), ', ' ORDER BY g.grantee = 0, pg_get_userbyid(g.grantee), g.privilege_type)
               FROM aclexplode(n.nspacl) AS g WHERE g.grantee <> n.nspowner), '')
    FROM pg_namespace n WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
    """,
    """
    SELECT '', 'extension ' || e.extname FROM pg_extension e WHERE e.extname <> 'plpgsql'
    """,
    # What objects made later are granted by themselves.
    """
    SELECT '', 'default grant by ' || pg_get_userbyid(d.defaclrole) || ' on ' || d.defaclobjtype::text || ' to '
        || CASE g.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(g.grantee) END || ': '
        || string_agg(lower(g.privilege_type), ', ' ORDER BY g.privilege_type)
    FROM pg_default_acl d CROSS JOIN LATERAL aclexplode(d.defaclacl) AS g
    WHERE g.grantee <> d.defaclrole AND g.privilege_type <> 'MAINTAIN'
    GROUP BY d.defaclrole, d.defaclobjtype, g.grantee
    """,
)


async def describe(url: str) -> str:
    """Describe the schema `public` of a database, line by line; equal schemas give equal texts.

    Args:
        url: Address of any role that may connect.

    Returns:
        Lines of text with a line break at the end; the bookkeeping table of the migrations is left out.
    """
    found: set[tuple[str, int, str]] = set()
    async with connected(url) as connection:
        await connection.execute("SET search_path = ''")
        for place, query in enumerate(QUERIES):
            for name, line in await connection.fetch(query):
                found.add((name, place, _one_line(line)))
    lines = [line for name, _, line in sorted(found) if name != BOOKKEEPING]
    return "\n".join([HEADING, *lines]) + "\n"


def _one_line(text: str) -> str:
    return "  " * text.startswith("  ") + " ".join(text.split())
