import type { SectionValue } from "@/lib/filing/application/draft-sections";
import type { MoreDomain } from "@/lib/filing/change/dropped";
import type { Lock } from "@/lib/filing/change/locked";
import type { ToldFinding } from "@/lib/messages/finding-text";
import type { SectionView } from "@/lib/usecases/orders/get-section";

/** A page of the form as its part in the browser receives it: the server's findings already in words. */
export interface PageView extends Omit<SectionView, "findings" | "compared" | "change"> {
  readonly findings: readonly ToldFinding[];
  readonly change: PageChange | null;
}

/** What is filed on the page of a change, in words. */
export interface PageChange {
  readonly locks: Readonly<Record<string, Lock>>;
  readonly filed: SectionValue | null;
  readonly moreDomains: readonly MoreDomain[];
  /** By id path. */
  readonly texts: Readonly<Record<string, string>>;
}
