type Props = {
  /** Working days, least and most. */
  min: number;
  max: number;
  /** Where the law draws the line. */
  limit: number;
  /** What the whole width stands for. */
  scale: number;
};

/** A province's usual range as a bar, with the legal limit as a line; the words stand beside it. */
export function DaysBar({ min, max, limit, scale }: Props) {
  const x = (days: number) => (days / scale) * 120;
  const inside = Math.min(max, limit);
  return (
    <svg aria-hidden viewBox="0 0 120 14" preserveAspectRatio="none" className="block h-3.5 w-full">
      <rect y="5" width="120" height="4" className="fill-line" />
      <rect
        x={x(min)}
        y="3"
        width={Math.max(1.5, x(inside) - x(min))}
        height="8"
        className="fill-tone-others"
      />
      {max > limit && (
        <rect x={x(limit)} y="3" width={x(max) - x(limit)} height="8" className="fill-tone-you" />
      )}
      <rect x={x(limit) - 0.5} width="1" height="14" className="fill-text" />
    </svg>
  );
}
