"""SOAP 1.1 and 1.2 over HTTP, document/literal: what platforms of provinces spoke before, and many speak still."""
