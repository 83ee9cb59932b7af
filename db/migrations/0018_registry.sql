-- What is filed keeps its history: domains and packages begin and end, every value says which order set it.
CREATE TABLE `__new_service_domains` (
	`service_id` text NOT NULL,
	`kind` text NOT NULL,
	`domain` text NOT NULL,
	`order_id` text NOT NULL,
	`since` integer NOT NULL,
	`ended_at` integer,
	PRIMARY KEY(`service_id`, `domain`, `since`),
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_service_domains` (service_id, kind, domain, order_id, since, ended_at)
SELECT s.id, s.kind, d.domain, s.order_id, s.filed_at, s.ended_at
FROM service_domains AS d JOIN services AS s ON s.id = d.service_id;
--> statement-breakpoint
DROP TABLE `service_domains`;
--> statement-breakpoint
ALTER TABLE `__new_service_domains` RENAME TO `service_domains`;
--> statement-breakpoint
-- A domain has one website. Where two of them stood, the one filed later holds it, from when it was filed.
UPDATE service_domains SET ended_at = (
  SELECT max(later.since) FROM service_domains AS later
  WHERE later.domain = service_domains.domain AND later.kind = 'WEBSITE' AND later.ended_at IS NULL
) WHERE kind = 'WEBSITE' AND ended_at IS NULL AND EXISTS (
  SELECT 1 FROM service_domains AS later
  WHERE later.domain = service_domains.domain AND later.kind = 'WEBSITE' AND later.ended_at IS NULL
    AND (later.since, later.service_id) > (service_domains.since, service_domains.service_id)
);
--> statement-breakpoint
CREATE INDEX `service_domains_domain` ON `service_domains` (`domain`);
--> statement-breakpoint
CREATE UNIQUE INDEX `service_domains_website_unique` ON `service_domains` (`domain`) WHERE kind = 'WEBSITE' AND ended_at IS NULL;
--> statement-breakpoint
CREATE TABLE `app_packages` (
	`service_id` text NOT NULL,
	`platform` text NOT NULL,
	`package_name` text NOT NULL,
	`order_id` text NOT NULL,
	`since` integer NOT NULL,
	`ended_at` integer,
	PRIMARY KEY(`service_id`, `platform`, `package_name`, `since`),
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `app_packages_name` ON `app_packages` (`package_name`);
--> statement-breakpoint
CREATE TABLE `registry_history` (
	`entity_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`change` text NOT NULL,
	`service_id` text,
	`path` text,
	`about` text,
	`value_enc` blob,
	`order_id` text,
	`notice` integer,
	PRIMARY KEY(`entity_id`, `seq`),
	FOREIGN KEY (`entity_id`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `registry_history_service` ON `registry_history` (`service_id`);
--> statement-breakpoint
-- What was filed before begins with its order, as it stands: the document is copied as the ciphertext it is. Nothing but
-- a notice of the authority has ended anything so far.
INSERT INTO registry_history (entity_id, seq, at, change, service_id, about, value_enc, order_id)
SELECT entity_id, row_number() OVER (PARTITION BY entity_id ORDER BY at, turn, service_filed, service_id, step, about),
  at, change, service_id, about, value_enc, order_id
FROM (
  SELECT id AS entity_id, filed_at AS at, 0 AS turn, 0 AS service_filed, NULL AS service_id, 0 AS step,
    'entity_opened' AS change, NULL AS about, document_enc AS value_enc, order_id FROM entities
  UNION ALL
  SELECT entity_id, filed_at, 1, filed_at, id, 0, 'service_opened', NULL, document_enc, order_id FROM services
  UNION ALL
  SELECT s.entity_id, d.since, 1, s.filed_at, s.id, 1, 'domain_opened', d.domain, NULL, d.order_id
    FROM service_domains AS d JOIN services AS s ON s.id = d.service_id
  UNION ALL
  SELECT s.entity_id, a.since, 1, s.filed_at, s.id, 2, 'access_opened',
    (SELECT group_concat(value, ' ') FROM json_each(a.ips)), NULL, a.order_id
    FROM accesses AS a JOIN services AS s ON s.id = a.service_id
  UNION ALL
  SELECT s.entity_id, a.ended_at, 2, s.filed_at, s.id, 3, 'access_ended', NULL, NULL, NULL
    FROM accesses AS a JOIN services AS s ON s.id = a.service_id WHERE a.ended_at IS NOT NULL
  UNION ALL
  SELECT s.entity_id, d.ended_at, 2, s.filed_at, s.id, 4, 'domain_ended', d.domain, NULL, NULL
    FROM service_domains AS d JOIN services AS s ON s.id = d.service_id WHERE d.ended_at IS NOT NULL
  UNION ALL
  SELECT entity_id, ended_at, 2, filed_at, id, 5, 'service_ended', NULL, NULL, NULL
    FROM services WHERE ended_at IS NOT NULL
  UNION ALL
  SELECT id, ended_at, 3, 0, NULL, 0, 'entity_ended', NULL, NULL, NULL FROM entities WHERE ended_at IS NOT NULL
);
--> statement-breakpoint
CREATE TRIGGER registry_history_no_update BEFORE UPDATE ON registry_history
BEGIN
  SELECT RAISE(ABORT, 'registry_history is append only');
END;
--> statement-breakpoint
CREATE TRIGGER registry_history_no_delete BEFORE DELETE ON registry_history
BEGIN
  SELECT RAISE(ABORT, 'registry_history is append only');
END;
