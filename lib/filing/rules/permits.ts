import type { ServiceDraft } from "../application/draft";
import { PERMIT_TOPICS, type PermitTopic } from "../policy/permit-topics";
import type { Tag } from "./book/words";
import type { Case } from "./case";
import { namesOf, organiserWords } from "./names";

/** A word that points at a permit, and whose text it stands in. */
export interface TopicHit {
  readonly topic: PermitTopic;
  readonly word: string;
  /** `entity.name`, `entity.businessScope` or the service's name. */
  readonly path: string;
}

/** What `reads` must name of rules that ask for these hits. */
export const TOPIC_READS = [
  "entity.nature",
  "entity.name",
  "entity.businessScope",
  "services[*].kind",
  "services[*].name",
] as const;

const NO_HITS: readonly TopicHit[] = [];

/** First word of each topic; the earlier text wins. Remarks are left out: "no forum here" would ring the bell. */
function firstOfEach(all: readonly TopicHit[]): readonly TopicHit[] {
  if (all.length === 0) return NO_HITS;
  return PERMIT_TOPICS.flatMap((topic) => all.find((hit) => hit.topic === topic) ?? []);
}

const hitsIn = (
  words: readonly { readonly word: string; readonly tag: Tag }[],
  path: string,
): readonly TopicHit[] =>
  words.length === 0
    ? NO_HITS
    : words.flatMap(({ word, tag }) => (tag.list === "topic" ? [{ topic: tag.topic, word, path }] : []));

interface Hits {
  /** No word anywhere. */
  readonly none: boolean;
  readonly byService: ReadonlyMap<ServiceDraft, readonly TopicHit[]>;
}
const SILENT: Hits = { none: true, byService: new Map() };

function hitsOf(c: Case): Hits {
  const names = namesOf(c);
  // A person's own name is no unit name.
  const mine = c.isUnit ? organiserWords(c) : undefined;
  const words = (mine?.name.length ?? 0) + (mine?.scope.length ?? 0);
  if (words === 0 && names.every(({ hits }) => hits.length === 0)) return SILENT;
  const organiser = [
    ...hitsIn(mine?.name ?? [], "entity.name"),
    ...hitsIn(mine?.scope ?? [], "entity.businessScope"),
  ];
  const own = new Map(names.map(({ service, path, hits }) => [service, hitsIn(hits, path)]));
  const byService = new Map(
    c.application.services.map((service) => [
      service,
      firstOfEach([...(own.get(service) ?? NO_HITS), ...organiser]),
    ]),
  );
  return { none: [...byService.values()].every((hits) => hits.length === 0), byService };
}

/** Does any word of this application point at a permit? */
export const hasTopics = (c: Case): boolean => !c.once(hitsOf).none;

/** Topics that words of the organiser and of this service point at, each once. */
export const topicsOf = (c: Case, service: ServiceDraft): readonly TopicHit[] =>
  c.once(hitsOf).byService.get(service) ?? NO_HITS;

/** Does the service hold one of the permits that answer a topic? */
export const holds = (service: ServiceDraft, types: readonly number[]): boolean =>
  service.preApprovals?.some(({ type }) => type !== undefined && types.includes(type)) ?? false;
