// Package sutiao checks a delivery of sutiao; standard library only. Copy it.
package sutiao

import (
	"bytes"
	"crypto/ed25519"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"strconv"
	"strings"
)

const toleranceSeconds = 300

// Verify fails unless the delivery is signed by a key that you hold, and of now.
//
// headers: names in small letters. body: the raw bytes, before anything parses them. secrets: "whsec_…". publicKeys: "x"
// of the keys that you pinned from /.well-known/webhook-keys.json. now: seconds since 1970.
func Verify(headers map[string]string, body []byte, secrets, publicKeys []string, now int64) error {
	id, timestamp, signatures := headers["webhook-id"], headers["webhook-timestamp"], headers["webhook-signature"]
	seconds, err := strconv.ParseInt(timestamp, 10, 64)
	if id == "" || signatures == "" || err != nil || seconds < 0 {
		return errors.New("header_missing")
	}
	if seconds < now-toleranceSeconds || seconds > now+toleranceSeconds {
		return errors.New("timestamp_not_of_now")
	}
	signed := bytes.Join([][]byte{[]byte(id), []byte(timestamp), body}, []byte("."))
	for _, entry := range strings.SplitN(signatures, " ", 33) {
		kind, value, _ := strings.Cut(entry, ",")
		signature, err := base64.StdEncoding.DecodeString(value)
		if err != nil {
			continue
		}
		for _, secret := range secrets {
			key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
			mac := hmac.New(sha256.New, key)
			mac.Write(signed)
			if kind == "v1" && err == nil && hmac.Equal(mac.Sum(nil), signature) {
				return nil
			}
		}
		for _, text := range publicKeys {
			key, err := base64.RawURLEncoding.DecodeString(text)
			if kind == "v1a" && err == nil && len(key) == ed25519.PublicKeySize && ed25519.Verify(key, signed, signature) {
				return nil
			}
		}
	}
	return errors.New("no_signature_fits")
}
