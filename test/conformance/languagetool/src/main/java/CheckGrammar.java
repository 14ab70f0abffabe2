import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;
import org.languagetool.rules.Rule;
import org.languagetool.rules.RuleMatch;

/**
 * Checks many English texts in one process, as LanguageTool takes longer to start than to check a text.
 *
 * <p>In: the ids of rules that are left out, as arguments, and on standard input one text a line. Out:
 * one JSON object a line for each thing found: {@code {text, rule, category, message, words}}. Spelling is left to aspell. The exit code is 0
 * whatever was found.
 */
public final class CheckGrammar {

  public static void main(String[] leftOut) throws IOException {
    JLanguageTool tool = new JLanguageTool(Languages.getLanguageForShortCode("en-GB"));
    for (Rule rule : tool.getAllRules()) {
      boolean isOut = List.of(leftOut).contains(rule.getId());
      if (isOut || rule.isDictionaryBasedSpellingRule()) tool.disableRule(rule.getId());
    }
    ObjectMapper json = new ObjectMapper();
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (String text : new String(System.in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
      for (RuleMatch match : tool.check(text)) {
        Map<String, Object> line = new TreeMap<>();
        line.put("text", text);
        line.put("rule", match.getRule().getId());
        line.put("category", match.getRule().getCategory().getId().toString());
        line.put("message", match.getMessage().replaceAll("</?suggestion>", "\""));
        line.put("words", text.substring(match.getFromPos(), match.getToPos()));
        out.println(json.writeValueAsString(line));
      }
    }
    out.flush();
  }
}
