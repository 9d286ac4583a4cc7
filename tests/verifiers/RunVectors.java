import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;

/** Reads one vector a line, fields divided by tabs and in base64; prints what the verifier makes of each. */
public final class RunVectors {
    public static void main(String[] arguments) throws Exception {
        Scanner lines = new Scanner(System.in, StandardCharsets.UTF_8);
        while (lines.hasNextLine()) {
            String[] fields = lines.nextLine().split("\t", -1);
            Map<String, String> headers = new HashMap<>();
            for (String header : list(fields[0])) headers.put(header.split(": ", 2)[0], header.split(": ", 2)[1]);
            byte[] body = Base64.getDecoder().decode(fields[1]);
            try {
                WebhookVerifier.verify(headers, body, list(fields[2]), list(fields[3]), Long.parseLong(fields[4]));
                System.out.println("valid");
            } catch (SecurityException fault) {
                System.out.println(fault.getMessage());
            }
        }
    }

    private static List<String> list(String field) {
        List<String> items = new ArrayList<>();
        for (String item : field.split(" "))
            if (!item.isEmpty()) items.add(new String(Base64.getDecoder().decode(item), StandardCharsets.UTF_8));
        return items;
    }
}
