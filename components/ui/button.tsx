import { clsx } from "clsx";
import { LoaderCircle } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { Link } from "@/components/ui/link";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "small" | "medium" | "large";

const VARIANT: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-on-accent hover:bg-accent-strong",
  secondary: "border-control bg-surface text-text hover:border-accent hover:text-accent",
  quiet: "border-transparent bg-transparent text-accent hover:bg-accent-wash",
  danger: "border-tone-refused bg-surface text-tone-refused hover:bg-tone-refused-wash",
};

const SIZE: Record<ButtonSize, string> = {
  small: "min-h-7 gap-1 px-2 text-base",
  medium: "min-h-9 gap-2 px-4 text-base",
  large: "min-h-11 gap-2 px-6 text-form",
};

/** The look of a button, for elements that cannot be one of the two below (menu triggers, labels). */
export function buttonClass(variant: ButtonVariant = "secondary", size: ButtonSize = "medium"): string {
  return clsx(
    "inline-flex shrink-0 items-center justify-center rounded-control border font-semibold whitespace-nowrap",
    "transition-colors disabled:cursor-not-allowed disabled:border-line disabled:bg-tone-ended-wash disabled:text-muted",
    "[&_svg]:size-4 [&_svg]:shrink-0",
    VARIANT[variant],
    SIZE[size],
  );
}

type Looks = { variant?: ButtonVariant; size?: ButtonSize; icon?: ReactNode };

export type ButtonProps = ComponentProps<"button"> & Looks & { loading?: boolean };

/** A button; `loading` shows a turning mark and swallows clicks, but keeps focus. */
export function Button({ variant, size, icon, loading, className, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      onClick={loading ? (event) => event.preventDefault() : onClick}
      aria-busy={loading || undefined}
      aria-disabled={loading || undefined}
      className={clsx(buttonClass(variant, size), loading && "cursor-progress opacity-80", className)}
    >
      {loading ? <LoaderCircle aria-hidden className="animate-spin" /> : icon}
      {children}
    </button>
  );
}

export type ButtonLinkProps = ComponentProps<typeof Link> & Looks;

/** A link that looks like a button: it goes somewhere. */
export function ButtonLink({ variant, size, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={clsx(buttonClass(variant, size), className)}>
      {icon}
      {children}
    </Link>
  );
}

export type IconButtonProps = ComponentProps<"button"> & { label: string };

/** A square button with an icon only; `label` is its name and tooltip. */
export function IconButton({ label, className, children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={clsx(
        "inline-flex size-9 shrink-0 items-center justify-center rounded-control text-muted transition-colors",
        "hover:bg-accent-wash hover:text-accent disabled:text-line [&_svg]:size-[18px]",
        className,
      )}
    >
      {children}
    </button>
  );
}
