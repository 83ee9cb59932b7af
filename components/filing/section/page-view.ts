import type { ToldFinding } from "@/lib/messages/finding-text";
import type { SectionView } from "@/lib/usecases/orders/get-section";

/** A page of the form as its part in the browser receives it: the server's findings already in words. */
export interface PageView extends Omit<SectionView, "findings" | "compared"> {
  readonly findings: readonly ToldFinding[];
}
