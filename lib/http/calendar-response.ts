import "server-only";

/** A calendar file as an answer. */
export const calendarResponse = (ics: string): Response =>
  new Response(ics, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="icp-deadlines.ics"',
    },
  });
