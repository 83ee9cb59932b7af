import { PAGE_BOOK } from "@/lib/filing/rules/page-books/service";
import { judgeBy } from "../judge-page";

/** Loaded by itself, with the rules of its page: see `judge-loader.ts`. */
export const judgePage = judgeBy(PAGE_BOOK);
