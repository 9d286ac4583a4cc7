"""Files through one-way gates 网闸: signed and encrypted batches in folders; nothing needs a connection back."""
