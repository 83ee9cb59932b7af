import { readUpTo } from "@/lib/http/body";
import { defineRoute } from "@/lib/http/define-route";
import { MARK_MAX_BYTES } from "@/lib/media/mark";
import { changeMark } from "@/lib/usecases/provider/mark";

/** The raw picture is the body. */
export const POST = defineRoute({
  name: "provider.mark.change",
  capability: "settings.manage",
  body: "stream",
  maxBytes: MARK_MAX_BYTES,
  rate: { max: 20, perSeconds: 600 },
  run: async (actor, { request }) => {
    const picture = await readUpTo(request.body, MARK_MAX_BYTES);
    return picture.ok ? changeMark(actor, picture.value) : picture;
  },
});

export const DELETE = defineRoute({
  name: "provider.mark.remove",
  capability: "settings.manage",
  run: (actor) => changeMark(actor, null),
});
