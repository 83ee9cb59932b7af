import type { ReactNode } from "react";
import { Frame } from "@/app/frame";
import { optionalActor } from "@/lib/http/page";

/** Terms and privacy notice, open to anybody. */
export default async function LegalLayout({ children }: { children: ReactNode }) {
  return (
    <Frame place="public" actor={await optionalActor()}>
      {children}
    </Frame>
  );
}
