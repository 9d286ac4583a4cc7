import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks a delivery of sutiao; Java 17 or newer, no library. Copy it. */
public final class WebhookVerifier {
    static final long TOLERANCE_SECONDS = 300;

    /**
     * Throws unless the delivery is signed by a key that you hold, and of now. headers: names in small letters. body:
     * the raw bytes, before anything parses them. secrets: "whsec_…". publicKeys: "x" of the keys that you pinned from
     * /.well-known/webhook-keys.json. now: seconds since 1970.
     */
    public static void verify(Map<String, String> headers, byte[] body, List<String> secrets, List<String> publicKeys, long now)
            throws GeneralSecurityException {
        String id = headers.getOrDefault("webhook-id", "");
        String timestamp = headers.getOrDefault("webhook-timestamp", "");
        String signatures = headers.getOrDefault("webhook-signature", "");
        if (id.isEmpty() || signatures.isEmpty() || !timestamp.matches("[0-9]{1,12}")) throw new SecurityException("header_missing");
        if (Math.abs(now - Long.parseLong(timestamp)) > TOLERANCE_SECONDS) throw new SecurityException("timestamp_not_of_now");
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
        signed.writeBytes(body);
        for (String entry : signatures.split(" ", 33)) {
            String[] parts = entry.split(",", 2);
            byte[] signature;
            try {
                signature = Base64.getDecoder().decode(parts.length == 2 ? parts[1] : "");
            } catch (IllegalArgumentException unreadable) {
                continue;
            }
            if (parts[0].equals("v1"))
                for (String secret : secrets) if (MessageDigest.isEqual(hmac(secret, signed.toByteArray()), signature)) return;
            if (parts[0].equals("v1a") && signature.length == 64)
                for (String key : publicKeys) if (ed25519Fits(key, signed.toByteArray(), signature)) return;
        }
        throw new SecurityException("no_signature_fits");
    }

    private static byte[] hmac(String secret, byte[] signed) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
        return mac.doFinal(signed);
    }

    private static boolean ed25519Fits(String key, byte[] signed, byte[] signature) throws GeneralSecurityException {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        encoded.writeBytes(HexFormat.of().parseHex("302a300506032b6570032100")); // X.509 around 32 bytes of Ed25519
        encoded.writeBytes(Base64.getUrlDecoder().decode(key));
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.toByteArray())));
        check.update(signed);
        try {
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
