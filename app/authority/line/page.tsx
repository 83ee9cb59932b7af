import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { readTraffic } from "@/lib/authority/sandbox/usecases/desk-traffic";
import { requireActor } from "@/lib/http/page";
import { LineForm } from "./line-form";

/** Breaks the line between provider and authority, for whoever tests how the provider stands it. */
export default async function LinePage() {
  const actor = await requireActor("desk.work");
  const traffic = await readTraffic(actor);
  if (!traffic.ok) notFound();
  const t = await getTranslations("authority.line");
  return (
    <>
      <PageHeader title={t("title")} description={t("text")} />
      <LineForm traffic={traffic.value} />
    </>
  );
}
