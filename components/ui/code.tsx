import { clsx } from "clsx";
import type { ReactNode } from "react";
import { CopyButton } from "./copy-button";

/** A number, name or fingerprint one may need to read aloud: monospaced, and with `copy` a button for it. */
export function Code({
  children,
  copy,
  className,
}: {
  children: ReactNode;
  copy?: string;
  className?: string;
}) {
  return (
    <span className={clsx("inline-flex max-w-full items-center gap-1 align-baseline", className)}>
      <code className="min-w-0 font-mono text-[0.95em] break-all tabular-nums">{children}</code>
      {copy !== undefined && <CopyButton text={copy} />}
    </span>
  );
}

/** A key of the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex h-5 min-w-5 items-center justify-center rounded-tag border border-line bg-canvas px-1 font-mono text-small text-muted">
      {children}
    </kbd>
  );
}
