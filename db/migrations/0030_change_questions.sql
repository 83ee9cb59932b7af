CREATE TABLE `change_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`entity_id` text NOT NULL,
	`about` text NOT NULL,
	`question_enc` blob NOT NULL,
	`answer_enc` blob,
	`asked_at` integer NOT NULL,
	`asked_by` text NOT NULL,
	`answered_at` integer,
	`answered_by` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entity_id`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `change_questions_waiting` ON `change_questions` (`answered_at`,`asked_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `change_questions_open_unique` ON `change_questions` (`entity_id`,`account_id`) WHERE answered_at IS NULL;
