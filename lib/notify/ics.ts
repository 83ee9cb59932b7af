/** One entry of a calendar: a moment, or a whole civil day. */
export interface CalendarEntry {
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  /** A moment in epoch milliseconds, or a day as `YYYY-MM-DD`. */
  readonly at: number | string;
  /** Reminds a day before. */
  readonly alarm: boolean;
}

const DAY_MS = 86_400_000;
const LINE_OCTETS = 75;

/** TEXT of RFC 5545 §3.3.11. */
const text = (value: string): string =>
  value
    .replace(/\\/g, "\\\\")
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/[;,]/g, (sign) => `\\${sign}`);

const utc = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
const compact = (day: string): string => day.replaceAll("-", "");
const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);

/** Lines of at most 75 octets, going on after a blank (§3.1); never within a character. */
function fold(line: string): string {
  const lines: string[] = [];
  let current = "";
  let octets = 0;
  for (const char of line) {
    const size = Buffer.byteLength(char);
    if (octets + size > LINE_OCTETS) {
      lines.push(current);
      current = " ";
      octets = 1;
    }
    current += char;
    octets += size;
  }
  return [...lines, current].join("\r\n");
}

function event({ uid, summary, description, url, at, alarm }: CalendarEntry, now: number): readonly string[] {
  const when =
    typeof at === "string"
      ? [`DTSTART;VALUE=DATE:${compact(at)}`, `DTEND;VALUE=DATE:${compact(dayAfter(at))}`]
      : [`DTSTART:${utc(at)}`, `DTEND:${utc(at)}`];
  return [
    "BEGIN:VEVENT",
    `UID:${text(uid)}`,
    `DTSTAMP:${utc(now)}`,
    ...when,
    `SUMMARY:${text(summary)}`,
    `DESCRIPTION:${text(description)}`,
    `URL:${url}`,
    // A deadline takes no time of anybody's day.
    "TRANSP:TRANSPARENT",
    ...(alarm
      ? ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${text(summary)}`, "TRIGGER:-P1D", "END:VALARM"]
      : []),
    "END:VEVENT",
  ];
}

/** A calendar file as RFC 5545 has it; read again every six hours by whoever subscribed. */
export function icsOf(name: string, entries: readonly CalendarEntry[], now: number): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//icp-filing-console//deadlines//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${text(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    "X-PUBLISHED-TTL:PT6H",
    ...entries.flatMap((entry) => event(entry, now)),
    "END:VCALENDAR",
  ];
  return `${lines.map(fold).join("\r\n")}\r\n`;
}
