"""A receiver of sutiao's deliveries, standard library only: python receiver.py whsec_… 9000 deliveries.db.

What it takes is safe in a file before it answers; what follows from an event is done afterwards, in `work`.
"""

import base64
import hashlib
import hmac
import json
import sqlite3
import sys
import time
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

len(sys.argv) == 4 or sys.exit("usage: receiver.py SECRET[,SECRET] PORT FILE")
SECRETS, PORT, FILE = sys.argv[1].split(","), int(sys.argv[2]), sys.argv[3]
BODY_BYTES_MAX = 1024 * 1024
TOLERANCE_SECONDS = 300


def genuine(headers, body):
    """Signed by a secret that we hold, over these very bytes, within the last five minutes."""
    message_id, timestamp = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not timestamp.isdecimal() or abs(time.time() - int(timestamp)) > TOLERANCE_SECONDS:
        return False
    signed = f"{message_id}.{timestamp}.".encode() + body
    for secret in SECRETS:
        key = base64.b64decode(secret.removeprefix("whsec_"))
        ours = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
        entries = headers.get("webhook-signature", "").encode().split(b" ")
        if any(hmac.compare_digest(ours.encode(), entry) for entry in entries):
            return True
    return False


def database():
    opened = sqlite3.connect(FILE, timeout=5)
    opened.execute("CREATE TABLE IF NOT EXISTS deliveries (id TEXT PRIMARY KEY, body BLOB, done INTEGER DEFAULT 0)")
    opened.execute("CREATE TABLE IF NOT EXISTS referrals (id TEXT PRIMARY KEY, version INTEGER)")
    return opened


def keep(delivery_id, body):
    """A repeat has the id of the first and is dropped here; its answer is the same."""
    with closing(database()) as opened, opened:
        opened.execute("INSERT OR IGNORE INTO deliveries (id, body) VALUES (?, ?)", [delivery_id, body])


def work(opened, act):
    """Act on what came in: per referral the version only goes up; an older event that comes late changes nothing."""
    for delivery_id, body in opened.execute("SELECT id, body FROM deliveries WHERE NOT done").fetchall():
        event = json.loads(body)
        referral, version = event.get("referral_id"), event.get("referral_version") or 0
        last = opened.execute("SELECT version FROM referrals WHERE id = ?", [referral]).fetchone()
        if last is None or version >= last[0]:
            act(event)
            opened.execute("REPLACE INTO referrals VALUES (?, ?)", [referral, version])
        opened.execute("UPDATE deliveries SET done = 1 WHERE id = ?", [delivery_id])
        opened.commit()


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        length = int(self.headers.get("content-length") or 0)
        body = self.rfile.read(length) if length <= BODY_BYTES_MAX else b""
        if not genuine(self.headers, body):
            return self.answer(401)
        event = json.loads(body)
        if event["type"] == "webhook.challenge":
            return self.answer(200, json.dumps({"challenge": event["challenge"]}).encode())
        keep(self.headers["webhook-id"], body)
        return self.answer(204)

    def answer(self, status, said=b""):
        self.send_response(status)
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", PORT), Receiver)
    print(f"listening on http://127.0.0.1:{server.server_port}/", flush=True)
    server.serve_forever()
