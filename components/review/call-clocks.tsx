import { Tag } from "@/components/ui/tag";
import type { BenchPerson } from "./types";

/** The clocks of missed calls, next to the way to call: whose second call is due, whom a call was promised to. */
export function CallClocks({ people }: { people: readonly BenchPerson[] }) {
  const clocks = people.flatMap(({ personId, name, second, callback }) => [
    ...(second ? [{ id: `${personId}.second`, now: second.due, text: `${name} · ${second.text}` }] : []),
    ...(callback ? [{ id: personId, now: callback.asked, text: `${name} · ${callback.text}` }] : []),
  ]);
  if (clocks.length === 0) return null;
  return (
    <ul className="flex flex-wrap items-center gap-1.5">
      {clocks.map(({ id, now, text }) => (
        <li key={id}>
          <Tag tone={now ? "you" : "others"} wrap>
            {text}
          </Tag>
        </li>
      ))}
    </ul>
  );
}
