import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AwkwardDomains } from "@/components/sandbox/awkward-domains";
import { PersonaCard } from "@/components/sandbox/persona-card";
import { StorySteps } from "@/components/sandbox/story-steps";
import { PageHeader } from "@/components/ui/page-header";
import { optionalActor } from "@/lib/http/page";
import { listPersonas } from "@/lib/usecases/sandbox/list-personas";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sandbox.personas"))("title") };
}

/** Who one can be here: people in situations, one click each. */
export default async function PersonasPage() {
  const [t, personas] = await Promise.all([
    getTranslations("sandbox.personas"),
    optionalActor().then(listPersonas),
  ]);
  if (!personas.ok) notFound();
  const groups = [
    { id: "applicants", people: personas.value.filter((persona) => persona.role === "applicant") },
    { id: "staff", people: personas.value.filter((persona) => persona.role !== "applicant") },
  ] as const;
  return (
    <>
      <PageHeader title={t("title")} description={t("intro")} />
      <StorySteps />
      {groups.map((group) => (
        <section key={group.id} aria-labelledby={`group-${group.id}`} className="mt-8">
          <h2 id={`group-${group.id}`} className="text-h3">
            {t(`group.${group.id}.title`)}
          </h2>
          <p className="mt-1 text-muted">{t(`group.${group.id}.text`)}</p>
          <ul className="mt-4 grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
            {group.people.map((persona) => (
              <PersonaCard key={persona.id} persona={persona} />
            ))}
          </ul>
        </section>
      ))}
      <AwkwardDomains />
    </>
  );
}
