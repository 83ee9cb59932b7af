import { listenEarly, SENT, WAITING } from "./early";

const CODE = `(${listenEarly.toString()})(${JSON.stringify(WAITING)},${JSON.stringify(SENT)})`;

/** At the head of every page, before anything one could click. */
export function EarlyScript({ nonce }: { nonce: string | undefined }) {
  return (
    // The browser hides the nonce from scripts, so React would find another one than it wrote.
    <script
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the text of a function of ours, as escaping would break it
      dangerouslySetInnerHTML={{ __html: CODE }}
    />
  );
}
