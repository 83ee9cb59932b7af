ALTER TABLE `blacklist` ADD `reason` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `blacklist` ADD `cert_enc` blob;
--> statement-breakpoint
ALTER TABLE `blacklisted_words` ADD `reason` text DEFAULT '' NOT NULL;
--> statement-breakpoint
UPDATE `settings` SET `value` = json_set(
	json_remove(`value`, '$.autoApproveWorkingDays'),
	'$.automatic', CASE WHEN json_extract(`value`, '$.autoApproveWorkingDays') IS NULL THEN 'off' ELSE 'approve' END,
	'$.automaticDays', json_extract(`value`, '$.autoApproveWorkingDays'),
	'$.automaticReason', 'DOC_UNCLEAR'
) WHERE `key` = 'desk';
