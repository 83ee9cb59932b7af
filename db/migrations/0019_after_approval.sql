-- After an approval: what its holder has done, who may ask what is served here, and what changed of it.
CREATE TABLE `serving_consumers` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `serving_consumers_token_unique` ON `serving_consumers` (`token_hash`);
--> statement-breakpoint
CREATE TABLE `serving_changes` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`domain` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `serving_changes_at` ON `serving_changes` (`at`);
--> statement-breakpoint
-- What was filed before: each name once, at its last turn.
INSERT INTO serving_changes (domain, at)
SELECT domain, max(at) AS moved FROM (
  SELECT domain, max(since, coalesce(ended_at, 0)) AS at FROM service_domains
  UNION ALL
  SELECT d.domain, max(a.since, coalesce(a.ended_at, 0))
    FROM service_domains AS d JOIN accesses AS a ON a.service_id = d.service_id
) GROUP BY domain ORDER BY moved, domain;
--> statement-breakpoint
CREATE TABLE `after_tasks` (
	`service_id` text NOT NULL,
	`task` text NOT NULL,
	`done_at` integer NOT NULL,
	`done_by` text NOT NULL,
	PRIMARY KEY(`service_id`, `task`),
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`done_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
