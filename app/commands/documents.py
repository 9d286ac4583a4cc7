"""`sutiao documents`: the folder with the contents of documents, for whoever runs the service."""

from typing import Annotated

import typer

from app.commands.outcome import once, settings

app = typer.Typer(no_args_is_help=True, help="Contents of documents: what no document has, and keys.")


@app.command()
def sweep(
    *,
    remove: Annotated[bool, typer.Option("--remove", help="Remove them; without it they are only listed.")] = False,
) -> None:
    """List contents that no document has, older than an hour: a crash between content and record leaves one."""
    from app.bootstrap import orphaned_documents

    found = once(orphaned_documents(settings(), remove=remove))
    for document_id in found:
        typer.echo(str(document_id))
    typer.echo(f"{'removed' if remove else 'found'}: {len(found)}")


@app.command()
def reseal() -> None:
    """Encrypt every content with the current key of the ring, beside a running service."""
    from app.bootstrap import resealed_documents

    typer.echo(f"written anew: {once(resealed_documents(settings()))}")
