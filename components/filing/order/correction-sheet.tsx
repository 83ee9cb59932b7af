import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";

export interface CorrectionSection {
  readonly key: string;
  /** The page it is mended on, in words. */
  readonly title: string;
  readonly items: ReactNode;
}

type Props = {
  title: string;
  text: string;
  /** How far the applicant is; left out where there is nothing done yet. */
  progress?: ReactNode;
  sections: readonly CorrectionSection[];
};

/** Everything to correct, by page: as the applicant has it in front of him, and as the reviewer sees it beforehand. */
export function CorrectionSheet({ title, text, progress, sections }: Props) {
  return (
    <Panel title={title} description={text}>
      {progress}
      <div className="flex flex-col gap-5">
        {sections.map((section) => (
          <section key={section.key} className="border-t border-line pt-4">
            <h3 className="mb-2 text-base font-semibold">{section.title}</h3>
            <ul className="flex flex-col gap-4">{section.items}</ul>
          </section>
        ))}
      </div>
    </Panel>
  );
}

/** One item in words: what, and what to do about it. */
export function CorrectionWords({
  id,
  name,
  why,
  done = false,
}: {
  id?: string;
  name: string;
  why: string;
  done?: boolean;
}) {
  return (
    <>
      <p id={id} className={done ? "text-muted line-through" : "font-semibold"}>
        {name}
      </p>
      <p id={id && `${id}-why`} className="text-muted">
        {why}
      </p>
    </>
  );
}
