import { clsx } from "clsx";

/** Outline of the character of the mark (Noto Serif CJK SC Bold, OFL), on a 32-unit square. */
const GLYPH =
  "M19.9 17.1L11.8 17.1L10.4 16.6C12.6 16.1 14.7 15.3 16.5 14.4C17.8 15.1 19.3 15.7 20.8 16.2ZM20.1 17.8L20.1 20.6L17.1 20.6L17.1 17.8ZM20.1 24.1L17.1 24.1L17.1 21.2L20.1 21.2ZM15.8 6.8L12.2 5.9C11.1 8.7 8.8 12.1 6.6 13.9L6.7 14.1C8.6 13.3 10.5 11.9 12.0 10.4C12.8 11.5 13.7 12.5 14.8 13.3C12.2 14.9 9.1 16.2 5.8 17.0L5.9 17.3C7.0 17.2 8.1 17.0 9.1 16.8L9.1 26.1L9.5 26.1C10.5 26.1 11.6 25.5 11.6 25.3L11.6 24.7L20.1 24.7L20.1 26.0L20.5 26.0C21.4 26.0 22.7 25.5 22.7 25.3L22.7 18.2C23.2 18.1 23.5 17.9 23.6 17.7L22.0 16.5C22.7 16.7 23.4 16.8 24.1 17.0C24.4 15.7 25.0 14.8 26.2 14.5L26.2 14.3C23.7 14.1 21.1 13.8 18.8 13.1C20.2 12.2 21.5 11.1 22.5 9.8C23.1 9.8 23.4 9.7 23.6 9.5L21.1 7.1L19.4 8.6L13.8 8.6C14.2 8.1 14.6 7.6 14.9 7.1C15.5 7.1 15.7 7.0 15.8 6.8ZM11.6 24.1L11.6 21.2L14.8 21.2L14.8 24.1ZM14.8 17.8L14.8 20.6L11.6 20.6L11.6 17.8ZM12.5 10.0L13.2 9.2L19.3 9.2C18.5 10.3 17.4 11.3 16.2 12.2C14.7 11.7 13.5 10.9 12.5 10.0Z";

/**
 * The seal: mark of the product, stamp of what was approved. Nothing else is vermilion.
 * Decorative; as a stamp it never stands without the green word beside it.
 */
export function Seal({ className, stamp }: { className?: string; stamp?: boolean }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 32 32"
      className={clsx("shrink-0", className ?? "size-7", stamp && "-rotate-6")}
    >
      {stamp ? (
        <g className="text-seal" fill="none" stroke="currentColor">
          <rect x="1" y="1" width="30" height="30" rx="5" strokeWidth="1.6" />
          <rect x="3.4" y="3.4" width="25.2" height="25.2" rx="3.2" strokeWidth="0.6" />
          <path d={GLYPH} fill="currentColor" stroke="none" />
        </g>
      ) : (
        <>
          <rect width="32" height="32" rx="7" className="fill-seal" />
          <rect
            x="2.2"
            y="2.2"
            width="27.6"
            height="27.6"
            rx="5.2"
            className="stroke-on-seal"
            fill="none"
            strokeOpacity="0.55"
            strokeWidth="0.8"
          />
          <path d={GLYPH} className="fill-on-seal" />
        </>
      )}
    </svg>
  );
}
