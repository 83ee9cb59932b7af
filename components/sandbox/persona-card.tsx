import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Tag } from "@/components/ui/tag";
import type { PersonaView } from "@/lib/usecases/sandbox/list-personas";
import { PersonaButton } from "./persona-button";

/** Who, in which situation, what to try; one click to be him. */
export function PersonaCard({ persona }: { persona: PersonaView }) {
  const t = useTranslations("sandbox.personas");
  const shell = useTranslations("shell.role");
  return (
    <li
      id={persona.id}
      className={clsx(
        "flex scroll-mt-28 flex-col gap-3 rounded-panel border bg-surface px-4 py-4 target:border-accent sm:px-5",
        persona.current ? "border-accent" : "border-line",
      )}
    >
      <div className="flex items-center gap-3">
        <Avatar name={persona.name} />
        <div className="min-w-0 flex-1">
          <p className="truncate font-semibold" title={persona.name}>
            {persona.name}
          </p>
          <p className="text-small text-muted">{shell(persona.role)}</p>
        </div>
        {persona.current && <Tag tone="done">{t("current")}</Tag>}
      </div>
      <div className="flex-1">
        <h3 className="text-base">{t(`who.${persona.id}.situation`)}</h3>
        <p className="mt-1 text-muted">{t(`who.${persona.id}.try`)}</p>
      </div>
      <div>
        <PersonaButton
          persona={persona.id}
          name={persona.name}
          home={persona.home}
          current={persona.current}
        />
      </div>
    </li>
  );
}
