import "server-only";
import type { Result } from "@/lib/filing/shared/result";
import { refusePage } from "@/lib/http/page";

/** The view of a page, or the page that says why there is none. */
export function viewOr404<V>(result: Result<V>): V {
  return result.ok ? result.value : refusePage(result.error);
}
