import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { useFieldProps } from "./field-context";

/** One file of the reader's disk; its button looks like ours, its words are the browser's. */
export function FileInput({ className, ...rest }: Omit<ComponentProps<"input">, "type">) {
  return (
    <input
      {...useFieldProps()}
      {...rest}
      type="file"
      className={clsx(
        "block max-w-full text-base file:mr-3 file:cursor-pointer file:rounded-control file:border file:border-solid file:border-control file:bg-raised file:px-3 file:py-1.5 file:font-semibold file:text-text",
        className,
      )}
    />
  );
}
