package localorg.data;

import java.util.List;

/**
 * Why a record could not be saved.
 *
 * @param row its place in the list that was given
 * @param id its Id, null for a new record
 */
public record RowError(int row, String id, String status, String message, List<String> fields) {}
