import type { ReactNode } from "react";

/** The narrow column of the pages around signing in: a title, a sentence, one sheet, what else one may want. */
export function AccountCard({
  title,
  text,
  children,
  after,
}: {
  title: ReactNode;
  text?: ReactNode;
  children: ReactNode;
  after?: ReactNode;
}) {
  return (
    <div className="mx-auto flex w-full max-w-[26rem] flex-col gap-6 py-4 sm:py-12">
      <header>
        <h1 className="text-h1">{title}</h1>
        {text && <p className="mt-1 text-form text-muted">{text}</p>}
      </header>
      <div className="rounded-panel border border-line bg-surface px-5 py-6 sm:px-6">{children}</div>
      {after && <div className="flex flex-col items-start gap-2 text-muted">{after}</div>}
    </div>
  );
}
