import { Code } from "./code";
import { Notice } from "./notice";

/** A secret, this once: afterwards nobody can show it, not even we. */
export function ShownOnce({ title, text, secret }: { title: string; text: string; secret: string }) {
  return (
    <Notice tone="done" title={title}>
      <p className="mb-2">{text}</p>
      <Code copy={secret}>{secret}</Code>
    </Notice>
  );
}
