/** Says its text to listeners when it changes; invisible. For results that appear elsewhere on the page. */
export function LiveRegion({ text, assertive }: { text: string; assertive?: boolean }) {
  return (
    <p
      role={assertive ? "alert" : "status"}
      aria-live={assertive ? "assertive" : "polite"}
      className="sr-only"
    >
      {text}
    </p>
  );
}
