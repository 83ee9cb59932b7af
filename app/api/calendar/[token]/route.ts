import { z } from "zod";
import { calendarResponse } from "@/lib/http/calendar-response";
import { defineRoute } from "@/lib/http/define-route";
import { subscribedCalendar } from "@/lib/usecases/notifications/calendar";

/** For calendar programs, which sign in nowhere: the address is the secret (256 bits, kept as a hash, renewable). */
export const GET = defineRoute({
  name: "calendar.subscribe",
  capability: "public",
  params: z.strictObject({ token: z.string().max(100) }),
  rate: { max: 60, perSeconds: 600 },
  run: async (_actor, { params }) => {
    const file = await subscribedCalendar(params.token.replace(/\.ics$/, ""));
    return file.ok ? calendarResponse(file.value) : file;
  },
});
