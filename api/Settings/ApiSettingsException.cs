namespace SpecialDelivery.Api.Settings;

/// <summary>The service does not start with these settings.</summary>
/// <param name="message">Every fault, a line each: the variable, its value, what it must be.</param>
internal sealed class ApiSettingsException(string message) : Exception(message);
