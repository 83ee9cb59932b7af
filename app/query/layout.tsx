import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { Frame } from "@/app/frame";
import { Messages } from "@/components/shell/messages";
import { env } from "@/lib/env";
import { optionalActor } from "@/lib/http/page";

/** A page of the simulated authority: open to anybody, absent in production. */
export default async function QueryLayout({ children }: { children: ReactNode }) {
  if (env.MODE !== "sandbox") notFound();
  return (
    <Frame place="public" actor={await optionalActor()}>
      <Messages namespaces={["query"]}>{children}</Messages>
    </Frame>
  );
}
