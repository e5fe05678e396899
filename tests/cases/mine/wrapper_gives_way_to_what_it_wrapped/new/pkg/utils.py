def export(model, opset=13):
    pass
