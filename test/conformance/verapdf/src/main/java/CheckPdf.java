import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validates many PDF files in one process, as veraPDF takes longer to start than to check a file.
 *
 * <p>In: the flavours as arguments (ua1, 3a), and on standard input one path a line. Out: one JSON object a line for each
 * file and flavour: {@code {file, flavour, problems: [{rule, count, message, where}]}}; no problems means that it conforms. A file that
 * cannot be read has the problem "unreadable". The exit code is 0 whatever was found.
 */
public final class CheckPdf {

  public static void main(String[] flavours) throws IOException {
    LogManager.getLogManager().reset();
    Logger.getLogger("").setLevel(Level.OFF);
    VeraGreenfieldFoundryProvider.initialise();
    ObjectMapper json = new ObjectMapper();
    List<String> files = new String(System.in.readAllBytes(), "UTF-8").lines().filter(line -> !line.isBlank()).toList();
    for (String file : files) {
      for (String flavour : flavours) {
        Map<String, Object> line = new TreeMap<>();
        line.put("file", file);
        line.put("flavour", flavour);
        line.put("problems", problems(file, PDFAFlavour.byFlavourId(flavour)));
        System.out.println(json.writeValueAsString(line));
      }
    }
  }

  private static List<Map<String, Object>> problems(String file, PDFAFlavour flavour) {
    if (flavour == PDFAFlavour.NO_FLAVOUR) throw new IllegalArgumentException("unknown flavour");
    try (InputStream bytes = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(bytes, flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      return describe(validator.validate(parser));
    } catch (Exception unreadable) {
      return List.of(Map.of("rule", "unreadable", "count", 1, "message", String.valueOf(unreadable), "where", ""));
    }
  }

  /** One entry a rule, with its first place: a font that fails, fails with every glyph. */
  private static List<Map<String, Object>> describe(ValidationResult result) {
    Map<String, Map<String, Object>> byRule = new TreeMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
      String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
      Map<String, Object> problem = byRule.computeIfAbsent(rule, id -> new TreeMap<>(Map.of("rule", id, "count", 0)));
      problem.merge("count", 1, (a, b) -> (Integer) a + (Integer) b);
      problem.putIfAbsent("message", String.valueOf(assertion.getMessage()));
      problem.putIfAbsent("where", String.valueOf(assertion.getLocation().getContext()));
    }
    if (!result.isCompliant() && byRule.isEmpty()) {
      return List.of(Map.of("rule", "unknown", "count", 1, "message", "does not conform", "where", ""));
    }
    return List.copyOf(byRule.values());
  }
}
