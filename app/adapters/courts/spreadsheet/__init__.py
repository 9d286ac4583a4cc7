"""CSV and XLSX for whoever has no system: a template, rows in, a verdict for each row, lists compared."""
