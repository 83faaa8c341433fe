package dev.baton.maven.driver;

import java.util.List;

/**
 * Where in the code a message is, in terms that outlive a change of other lines.
 *
 * @param type the full name of the class, empty when nothing is known of the place
 * @param member the method, field or record component, empty where it is the class itself
 * @param code the statement or declaration, up to its body, with single spaces
 * @param start where what is meant starts in the file, in characters; less than 0 when unknown
 * @param end where it ends, exclusive, on the same line
 * @param around the declarations it is in that take annotations, the innermost first
 */
public record CodePlace(
    String type, String member, String code, int start, int end, List<Declaration> around) {

  public static final CodePlace UNKNOWN = new CodePlace("", "", "", -1, -1);

  static final int FIELDS = 6;

  public CodePlace {
    around = List.copyOf(around);
  }

  /** One in no declaration that is known. */
  public CodePlace(String type, String member, String code, int start, int end) {
    this(type, member, code, start, end, List.of());
  }

  /** The full name of the member, or of the class where it is in none. */
  public String declaration() {
    return member.isEmpty() ? type : type + "." + member;
  }

  List<String> fields() {
    return List.of(
        type,
        member,
        code,
        Integer.toString(start),
        Integer.toString(end),
        Declaration.join(around));
  }

  static CodePlace of(List<String> fields) {
    return new CodePlace(
        fields.get(0),
        fields.get(1),
        fields.get(2),
        Integer.parseInt(fields.get(3)),
        Integer.parseInt(fields.get(4)),
        Declaration.split(fields.get(5)));
  }
}
