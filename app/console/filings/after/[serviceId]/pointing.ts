import { POINTINGS, type Pointing } from "@/lib/filing/after/footer";

/** `?domains=`: how the organiser's domains lead to the site; anything else is the plain case. */
export const pointingOf = (value: string | string[] | undefined): Pointing =>
  POINTINGS.find((one) => one === value) ?? "one";
