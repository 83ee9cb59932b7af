ALTER TABLE `register_entities` ADD `contents_enc` blob;
--> statement-breakpoint
ALTER TABLE `register_services` ADD `contents_enc` blob;
--> statement-breakpoint
CREATE TABLE `register_accesses` (
	`service_number` text NOT NULL,
	`provider` text NOT NULL,
	`since` integer NOT NULL,
	`ended_at` integer,
	PRIMARY KEY(`service_number`, `provider`, `since`),
	FOREIGN KEY (`service_number`) REFERENCES `register_services`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `register_accesses` (`service_number`, `provider`, `since`, `ended_at`)
SELECT s.`number`, CASE WHEN EXISTS (
	SELECT 1 FROM `submissions` AS o
	WHERE o.`cert_idx` = e.`cert_idx` AND o.`state` = 'approved' AND o.`decided_at` = s.`approved_at`
) THEN 'this-console' ELSE 'other-provider' END, s.`approved_at`, s.`ended_at`
FROM `register_services` AS s INNER JOIN `register_entities` AS e ON e.`number` = s.`entity_number`;
