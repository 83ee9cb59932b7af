import { Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

/** Whoever removed a part goes on at the button that adds one: the button just pressed is gone. */
export const focusOn = (id: string): void => document.getElementById(id)?.focus();

type Props = {
  title?: ReactNode;
  /** Says which one goes. */
  remove: string;
  onRemove: () => void;
  children: ReactNode;
};

/** One of several, set off by a line, with its own way out. */
export function RepeatPart({ title, remove, onRemove, children }: Props) {
  return (
    <div className="flex flex-col gap-4 border-l-2 border-line pl-4">
      {title && <h3 className="font-semibold">{title}</h3>}
      {children}
      <Button
        size="small"
        variant="quiet"
        icon={<Trash2 aria-hidden />}
        onClick={onRemove}
        className="self-end"
      >
        {remove}
      </Button>
    </div>
  );
}
