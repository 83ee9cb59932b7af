import { calendarResponse } from "@/lib/http/calendar-response";
import { defineRoute } from "@/lib/http/define-route";
import { downloadCalendar } from "@/lib/usecases/notifications/calendar";

/** The deadlines of the account as a file, once. */
export const GET = defineRoute({
  name: "calendar.download",
  capability: "notification.read.own",
  run: async (actor) => {
    const file = await downloadCalendar(actor);
    return file.ok ? calendarResponse(file.value) : file;
  },
});
