import { Notice } from "@/components/ui/notice";

/** One thing a newer policy would say otherwise, in words. */
export interface NewerLine {
  readonly id: string;
  readonly change: string;
  readonly title: string;
  readonly levels: string;
  readonly causes: readonly string[];
}

/** A quiet word to the reviewer: the order keeps its judgement, but today's policy would differ. */
export function NewerPolicyNotice({
  title,
  text,
  lines,
}: {
  title: string;
  text: string;
  lines: readonly NewerLine[];
}) {
  return (
    <section aria-label={title} className="px-4 pt-4 sm:px-6">
      <Notice title={title}>
        <p className="text-small">{text}</p>
        <ul className="mt-2 flex flex-col gap-2">
          {lines.map((line) => (
            <li key={line.id}>
              <span className="font-semibold">{line.change}</span> {line.title}{" "}
              <span className="text-small text-muted">{line.levels}</span>
              {line.causes.map((cause) => (
                <span key={cause} className="block text-small text-muted tabular-nums">
                  {cause}
                </span>
              ))}
            </li>
          ))}
        </ul>
      </Notice>
    </section>
  );
}
