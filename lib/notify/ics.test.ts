import { describe, expect, it } from "vitest";
import { type CalendarEntry, icsOf } from "./ics";

const NOW = Date.parse("2026-11-23T10:00:00+08:00");
const entry: CalendarEntry = {
  uid: "o1.sms_expires@icp.example.cn",
  summary: "完成核验：订单 B2611230001",
  description: "先核对; 再提交, 谢谢\n反斜杠 \\",
  url: "https://icp.example.cn/console/orders/o1",
  at: NOW,
  alarm: true,
};
const unfolded = (ics: string) => ics.replaceAll("\r\n ", "");

describe("a calendar file", () => {
  it("is what RFC 5545 asks for", () => {
    expect(unfolded(icsOf("备案期限", [entry], NOW)).split("\r\n")).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//icp-filing-console//deadlines//EN",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "X-WR-CALNAME:备案期限",
      "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
      "X-PUBLISHED-TTL:PT6H",
      "BEGIN:VEVENT",
      "UID:o1.sms_expires@icp.example.cn",
      "DTSTAMP:20261123T020000Z",
      "DTSTART:20261123T020000Z",
      "DTEND:20261123T020000Z",
      "SUMMARY:完成核验：订单 B2611230001",
      "DESCRIPTION:先核对\\; 再提交\\, 谢谢\\n反斜杠 \\\\",
      "URL:https://icp.example.cn/console/orders/o1",
      "TRANSP:TRANSPARENT",
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      "DESCRIPTION:完成核验：订单 B2611230001",
      "TRIGGER:-P1D",
      "END:VALARM",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  it("has days without hours, over the end of a year, too", () => {
    const ics = icsOf("x", [{ ...entry, at: "2026-12-31", alarm: false }], NOW);
    expect(ics).toContain("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n");
    expect(ics).not.toContain("VALARM");
  });

  it.each([74, 75, 76, 200])("folds a line of %i octets, never within a character", (octets) => {
    const value = "案".repeat(Math.floor((octets - "SUMMARY:".length) / 3));
    const ics = icsOf("x", [{ ...entry, summary: value, alarm: false }], NOW);
    for (const line of ics.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(unfolded(ics)).toContain(`SUMMARY:${value}\r\n`);
    expect(ics).not.toContain("\ufffd");
  });

  it("is a file without entries, too", () => {
    expect(icsOf("x", [], NOW)).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
  });
});
